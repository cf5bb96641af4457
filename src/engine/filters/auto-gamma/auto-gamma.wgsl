// Gamma that would bring a pixel of mean luma to `brightness`: g = log(brightness / 255) / log(mean / 255), kept to
// 1/limit…limit and raised to `strength`. A workgroup per face sums luma in a tree and leaves g in scratch memory; then
// one thread per pixel applies it.

var<workgroup> lumaSums: array<f32, 256>;

fn prepareTable(table: u32, face: u32, thread: u32) {
  let pixels = u32(WIDTH * HEIGHT);
  var sum = 0.0;
  for (var pixel = thread; pixel < pixels; pixel += 256u) {
    sum += luma(sourceAt(vec2i(i32(pixel) % WIDTH, i32(pixel) / WIDTH), face));
  }
  lumaSums[thread] = sum;
  for (var stride = 128u; stride > 0u; stride /= 2u) {
    workgroupBarrier();
    if (thread < stride) {
      lumaSums[thread] += lumaSums[thread + stride];
    }
  }
  if (thread == 0u) {
    let own = params[face];
    let mean = clamp(lumaSums[0] / f32(pixels), 1.0, 254.0);
    let wanted = log(own.brightness / 255.0) / log(mean / 255.0);
    scratch[tableStart(face, table)] = pow(clamp(wanted, 1.0 / own.limit, own.limit), own.strength);
  }
}

fn apply(at: vec2i, face: u32) -> vec3f {
  return 255.0 * pow(sourceAt(at, face) / 255.0, vec3f(scratch[tableStart(face, 0u)]));
}
