// High-pass sharpening: adds `amount` times the difference to the mean of the eight neighbours, kernel
// [−1 −1 −1; −1 8 −1; −1 −1 −1] / 8. One thread per pixel; borders are reflected.

fn apply(at: vec2i, face: u32) -> vec3f {
  let colour = sourceAt(at, face);
  var sum = -colour;
  for (var y = -1; y <= 1; y++) {
    for (var x = -1; x <= 1; x++) {
      sum += sourceAt(at + vec2i(x, y), face);
    }
  }
  return colour + params[face].amount * (colour - sum / 8.0);
}
