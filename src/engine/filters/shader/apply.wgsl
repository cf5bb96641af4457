// A filter's last pass: one thread per pixel, x, y = pixel, z = face. Copies the picture where the filter is off.

override WORKGROUP_SIDE: u32;

@compute @workgroup_size(WORKGROUP_SIDE, WORKGROUP_SIDE)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let at = vec2i(id.xy);
  if (at.x >= WIDTH || at.y >= HEIGHT) {
    return;
  }
  var colour = sourceAt(at, id.z);
  if (!isOff(id.z)) {
    colour = clamp(apply(at, id.z), vec3f(0.0), vec3f(255.0));
  }
  let start = 3u * (id.z * u32(WIDTH * HEIGHT) + pixelIndex(at));
  filtered[start] = colour.r;
  filtered[start + 1u] = colour.g;
  filtered[start + 2u] = colour.b;
}
