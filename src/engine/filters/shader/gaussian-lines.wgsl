// Separable Gaussian blur of deviation sigma, cut at ±⌈3·sigma⌉ and normalised: rows of the picture, columns of scratch.

fn gaussianWeight(step: i32, sigma: f32) -> f32 {
  let distance = f32(step) / sigma;
  return exp(-0.5 * distance * distance);
}

fn blurredRow(at: vec2i, face: u32, sigma: f32) -> vec3f {
  let radius = i32(ceil(3.0 * sigma));
  var sum = vec3f(0.0);
  var weights = 0.0;
  for (var step = -radius; step <= radius; step++) {
    let weight = gaussianWeight(step, sigma);
    sum += weight * sourceAt(at + vec2i(step, 0), face);
    weights += weight;
  }
  return sum / weights;
}

fn blurredColumn(at: vec2i, face: u32, sigma: f32) -> vec3f {
  let radius = i32(ceil(3.0 * sigma));
  var sum = vec3f(0.0);
  var weights = 0.0;
  for (var step = -radius; step <= radius; step++) {
    let weight = gaussianWeight(step, sigma);
    sum += weight * scratchAt(at + vec2i(0, step), face);
    weights += weight;
  }
  return sum / weights;
}
