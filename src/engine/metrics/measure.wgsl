// Measures all crops in one dispatch: for each metric, mean and population variance of its number per pixel.
//
// One workgroup per crop (x = face); each thread walks every WORKGROUP_SIZE-th pixel, then the threads' sums are added in
// a tree. The variance is summed around the finished mean, in a second walk, so that nothing cancels. Borders: reflect101.
// Goes before it: pixels.wgsl, `Neighbourhood`, `METRICS` and `values`, and the metrics' own functions (measure-shader.ts).

override WIDTH: i32;
override HEIGHT: i32;
override WORKGROUP_SIZE: u32;

@group(0) @binding(0) var<storage, read> crops: array<f32>; // [face, y, x, channel], 0…255
@group(0) @binding(1) var<storage, read_write> results: array<f32>; // [face, metric, (mean, variance)]

var<workgroup> sums: array<Values, WORKGROUP_SIZE>;

fn lumaAt(face: u32, x: i32, y: i32) -> f32 {
  let pixel = reflect101(y, HEIGHT) * WIDTH + reflect101(x, WIDTH);
  let start = 3u * (face * u32(WIDTH * HEIGHT) + u32(pixel));
  return luma(vec3f(crops[start], crops[start + 1u], crops[start + 2u]));
}

fn neighbourhood(face: u32, pixel: u32) -> Neighbourhood {
  let x = i32(pixel) % WIDTH;
  let y = i32(pixel) / WIDTH;
  var n: Neighbourhood;
  for (var i = 0; i < 9; i++) {
    n[i] = lumaAt(face, x + i % 3 - 1, y + i / 3 - 1);
  }
  return n;
}

// The sum of every thread's `own`, for every thread.
fn total(own: Values, thread: u32) -> Values {
  workgroupBarrier();
  sums[thread] = own;
  for (var stride = WORKGROUP_SIZE / 2u; stride > 0u; stride /= 2u) {
    workgroupBarrier();
    if (thread < stride) {
      for (var metric = 0u; metric < METRICS; metric++) {
        sums[thread][metric] += sums[thread + stride][metric];
      }
    }
  }
  workgroupBarrier();
  return sums[0];
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let pixels = u32(WIDTH * HEIGHT);
  var means: Values;
  for (var pixel = thread; pixel < pixels; pixel += WORKGROUP_SIZE) {
    let own = values(neighbourhood(group.x, pixel));
    for (var metric = 0u; metric < METRICS; metric++) {
      means[metric] += own[metric] / f32(pixels);
    }
  }
  means = total(means, thread);
  var variances: Values;
  for (var pixel = thread; pixel < pixels; pixel += WORKGROUP_SIZE) {
    let own = values(neighbourhood(group.x, pixel));
    for (var metric = 0u; metric < METRICS; metric++) {
      let difference = own[metric] - means[metric];
      variances[metric] += difference * difference / f32(pixels);
    }
  }
  variances = total(variances, thread);
  if (thread < METRICS) {
    let start = 2u * (group.x * METRICS + thread);
    results[start] = means[thread];
    results[start + 1u] = variances[thread];
  }
}
