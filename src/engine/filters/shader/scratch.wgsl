// Scratch memory between `prepare` and `apply`: one colour per pixel, or tables of 256 numbers.

override SCRATCH_FLOATS: u32; // per face

// The colour that `prepare` left for a pixel; positions outside are reflected.
fn scratchAt(at: vec2i, face: u32) -> vec3f {
  let start = face * SCRATCH_FLOATS + 3u * pixelIndex(at);
  return vec3f(scratch[start], scratch[start + 1u], scratch[start + 2u]);
}

fn tableStart(face: u32, table: u32) -> u32 {
  return face * SCRATCH_FLOATS + 256u * table;
}

// A table's number for a luma of 0…255, linear between entries.
fn lookUp(start: u32, brightness: f32) -> f32 {
  let position = clamp(brightness, 0.0, 255.0);
  let lower = u32(position);
  return mix(scratch[start + lower], scratch[start + min(lower + 1u, 255u)], fract(position));
}

// The histogram bin of a luma: the nearest whole number. Luma of whole channel values comes in steps of 0.001; a quarter
// of a step keeps rounding from deciding at the halves.
fn histogramBin(brightness: f32) -> u32 {
  return u32(clamp(brightness + 0.50025, 0.0, 255.0));
}
