// Before a filter: leaves one colour per pixel in scratch memory. x, y = pixel, z = face.

override WORKGROUP_SIDE: u32;

@compute @workgroup_size(WORKGROUP_SIDE, WORKGROUP_SIDE)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let at = vec2i(id.xy);
  if (at.x >= WIDTH || at.y >= HEIGHT || isOff(id.z)) {
    return;
  }
  let colour = prepare(at, id.z);
  let start = id.z * SCRATCH_FLOATS + 3u * pixelIndex(at);
  scratch[start] = colour.r;
  scratch[start + 1u] = colour.g;
  scratch[start + 2u] = colour.b;
}
