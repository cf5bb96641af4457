// Bilateral filter (Tomasi & Manduchi 1998): a mean that near and alike pixels dominate. Distance in colour is the sum of
// the channels' differences, the window a disc of radius ⌊1.5·sigmaSpace + 0.5⌋, both as in OpenCV.
// One thread per pixel; borders are reflected.

fn apply(at: vec2i, face: u32) -> vec3f {
  let own = params[face];
  let radius = i32(1.5 * own.sigmaSpace + 0.5);
  let centre = sourceAt(at, face);
  var sum = vec3f(0.0);
  var weights = 0.0;
  for (var y = -radius; y <= radius; y++) {
    for (var x = -radius; x <= radius; x++) {
      let squaredDistance = x * x + y * y;
      if (squaredDistance <= radius * radius) {
        let colour = sourceAt(at + vec2i(x, y), face);
        let difference = dot(abs(colour - centre), vec3f(1.0)) / own.sigmaColour;
        let weight = exp(-0.5 * (f32(squaredDistance) / (own.sigmaSpace * own.sigmaSpace) + difference * difference));
        sum += weight * colour;
        weights += weight;
      }
    }
  }
  return sum / weights;
}
