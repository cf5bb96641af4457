// Resampling: reads the picture on a grid `factor` times coarser and interpolates back to its size, bilinearly (method 0),
// by cubic convolution with a = −0.75 (1) or by Lanczos' kernel over eight samples (2), as OpenCV's resize does: the face as
// it would look from further away. It does not repair a small face that was enlarged bilinearly (it loses 0.4…1.4 dB).
//
// One thread per pixel; along rows into scratch memory, then along columns. Positions outside: the nearest pixel.

fn kernel(distance: f32, method: f32) -> f32 {
  let d = abs(distance);
  if (method < 0.5) {
    return max(1.0 - d, 0.0);
  }
  if (method < 1.5) {
    let near = (1.25 * d - 2.25) * d * d + 1.0;
    let far = ((-0.75 * d + 3.75) * d - 6.0) * d + 3.0;
    return select(select(0.0, far, d < 2.0), near, d <= 1.0);
  }
  let angle = 3.14159265 * d;
  let lanczos = 4.0 * sin(angle) * sin(angle / 4.0) / max(angle * angle, 1e-6);
  return select(select(0.0, lanczos, d < 4.0), 1.0, d < 1e-3);
}

// The position on the coarse grid that stands for pixel i, in coarse pixels.
fn coarsePosition(i: i32, factor: f32) -> f32 {
  return (f32(i) + 0.5) / factor - 0.5;
}

// Where coarse pixel j lies among `count` pixels.
fn finePosition(j: i32, factor: f32, count: i32) -> f32 {
  let last = i32(ceil(f32(count) / factor - 0.001)) - 1;
  return clamp((f32(clamp(j, 0, last)) + 0.5) * factor - 0.5, 0.0, f32(count - 1));
}

fn prepare(at: vec2i, face: u32) -> vec3f {
  let own = params[face];
  let position = coarsePosition(at.x, own.factor);
  let base = i32(floor(position));
  var sum = vec3f(0.0);
  var weights = 0.0;
  for (var j = base - 3; j <= base + 4; j++) {
    let weight = kernel(position - f32(j), own.method);
    let x = finePosition(j, own.factor, WIDTH);
    let left = i32(x);
    let right = min(left + 1, WIDTH - 1);
    sum += weight * mix(sourceAt(vec2i(left, at.y), face), sourceAt(vec2i(right, at.y), face), fract(x));
    weights += weight;
  }
  return sum / weights;
}

fn apply(at: vec2i, face: u32) -> vec3f {
  let own = params[face];
  let position = coarsePosition(at.y, own.factor);
  let base = i32(floor(position));
  var sum = vec3f(0.0);
  var weights = 0.0;
  for (var j = base - 3; j <= base + 4; j++) {
    let weight = kernel(position - f32(j), own.method);
    let y = finePosition(j, own.factor, HEIGHT);
    let upper = i32(y);
    let lower = min(upper + 1, HEIGHT - 1);
    sum += weight * mix(scratchAt(vec2i(at.x, upper), face), scratchAt(vec2i(at.x, lower), face), fract(y));
    weights += weight;
  }
  return sum / weights;
}
