// Gamma: each channel c becomes 255·(c / 255)^gamma; below 1 brightens, above 1 darkens. One thread per pixel.

fn apply(at: vec2i, face: u32) -> vec3f {
  return 255.0 * pow(sourceAt(at, face) / 255.0, vec3f(params[face].gamma));
}
