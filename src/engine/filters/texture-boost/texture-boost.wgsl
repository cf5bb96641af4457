// Texture boost: adds `amount` times the middle frequencies of luma, the difference of two Gaussians of GRAIN_SIGMA and
// `size`, so that skin's relief gains and single-pixel grain does not. Differences beyond `edge` are edges and gain less:
// band / (1 + (band / edge)²). One thread per pixel; rows of both blurs go to scratch memory first; borders are reflected.

// Both Gaussians' weights of a tap, each 0 beyond its own radius.
fn bandWeights(step: i32, size: f32) -> vec2f {
  let sigmas = vec2f(GRAIN_SIGMA, size);
  let distance = f32(step) / sigmas;
  let inside = vec2f(abs(f32(step))) <= ceil(3.0 * sigmas);
  return select(vec2f(0.0), exp(-0.5 * distance * distance), inside);
}

fn prepare(at: vec2i, face: u32) -> vec3f {
  let radius = i32(ceil(3.0 * params[face].size));
  var sum = vec2f(0.0);
  var weights = vec2f(0.0);
  for (var step = -radius; step <= radius; step++) {
    let weight = bandWeights(step, params[face].size);
    sum += weight * luma(sourceAt(at + vec2i(step, 0), face));
    weights += weight;
  }
  return vec3f(sum / weights, 0.0);
}

fn apply(at: vec2i, face: u32) -> vec3f {
  let own = params[face];
  let radius = i32(ceil(3.0 * own.size));
  var sum = vec2f(0.0);
  var weights = vec2f(0.0);
  for (var step = -radius; step <= radius; step++) {
    let weight = bandWeights(step, own.size);
    sum += weight * scratchAt(at + vec2i(0, step), face).xy;
    weights += weight;
  }
  let blurred = sum / weights;
  let band = blurred.x - blurred.y;
  let relief = band / own.edge;
  return sourceAt(at, face) + own.amount * band / (1.0 + relief * relief);
}
