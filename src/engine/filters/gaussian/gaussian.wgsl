// Gaussian blur in two passes: rows into scratch memory, then columns. One thread per pixel; borders are reflected.

fn prepare(at: vec2i, face: u32) -> vec3f {
  return blurredRow(at, face, params[face].sigma);
}

fn apply(at: vec2i, face: u32) -> vec3f {
  return blurredColumn(at, face, params[face].sigma);
}
