// Histogram equalisation of luma, as OpenCV's equalizeHist but without rounding: the lowest grey there is becomes 0, the
// highest 255, each as far up as its share of pixels. Colour differences stay; `strength` of the change is applied.
//
// A workgroup per face counts into 256 bins, one thread per bin then sums what lies below; one thread per pixel looks up.

var<workgroup> counts: array<atomic<u32>, 256>;
var<workgroup> lowestBin: atomic<u32>;

fn prepareTable(table: u32, face: u32, thread: u32) {
  let pixels = u32(WIDTH * HEIGHT);
  if (thread == 0u) {
    atomicStore(&lowestBin, 255u);
  }
  workgroupBarrier();
  for (var pixel = thread; pixel < pixels; pixel += 256u) {
    let bin = histogramBin(luma(sourceAt(vec2i(i32(pixel) % WIDTH, i32(pixel) / WIDTH), face)));
    atomicAdd(&counts[bin], 1u);
    atomicMin(&lowestBin, bin);
  }
  workgroupBarrier();
  var below = 0u;
  for (var bin = 0u; bin <= thread; bin++) {
    below += atomicLoad(&counts[bin]);
  }
  let lowest = atomicLoad(&counts[atomicLoad(&lowestBin)]);
  let equalised = 255.0 * (max(f32(below) - f32(lowest), 0.0)) / max(f32(pixels - lowest), 1.0);
  scratch[tableStart(face, table) + thread] = select(equalised, f32(thread), lowest == pixels);
}

fn apply(at: vec2i, face: u32) -> vec3f {
  let colour = sourceAt(at, face);
  let own = luma(colour);
  return colour + params[face].strength * (lookUp(tableStart(face, 0u), own) - own);
}
