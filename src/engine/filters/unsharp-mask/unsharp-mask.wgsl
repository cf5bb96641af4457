// Unsharp mask: adds `amount` times what a Gaussian blur takes away, less `threshold` so that grain is not sharpened.
// One thread per pixel; rows of the blur go to scratch memory first; borders are reflected.

fn prepare(at: vec2i, face: u32) -> vec3f {
  return blurredRow(at, face, params[face].sigma);
}

fn apply(at: vec2i, face: u32) -> vec3f {
  let colour = sourceAt(at, face);
  let detail = colour - blurredColumn(at, face, params[face].sigma);
  let kept = max(abs(detail) - params[face].threshold, vec3f(0.0));
  return colour + params[face].amount * sign(detail) * kept;
}
