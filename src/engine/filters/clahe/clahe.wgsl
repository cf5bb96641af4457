// Contrast-limited adaptive histogram equalisation of luma (Zuiderveld 1994), as OpenCV's CLAHE on TILES×TILES tiles but without
// rounding its tables. Colour differences stay; `strength` of the change is applied.
//
// A workgroup per tile and face counts into 256 bins, one thread per bin clips, hands out the excess and sums what lies
// below; one thread per pixel then looks up in the four nearest tiles. Tiles reach over the border, reflected.

var<workgroup> counts: array<atomic<u32>, 256>;
var<workgroup> excess: atomic<u32>;

fn tileSize() -> vec2i {
  return (vec2i(WIDTH, HEIGHT) + TILES - 1) / TILES;
}

fn prepareTable(table: u32, face: u32, thread: u32) {
  let size = tileSize();
  let corner = vec2i(i32(table) % TILES, i32(table) / TILES) * size;
  let area = u32(size.x * size.y);
  for (var pixel = thread; pixel < area; pixel += 256u) {
    let at = corner + vec2i(i32(pixel) % size.x, i32(pixel) / size.x);
    atomicAdd(&counts[histogramBin(luma(sourceAt(at, face)))], 1u);
  }
  workgroupBarrier();
  let limit = max(u32(params[face].clipLimit * f32(area) / 256.0), 1u);
  let own = atomicLoad(&counts[thread]);
  atomicAdd(&excess, max(own, limit) - limit);
  workgroupBarrier();
  let everyBin = atomicLoad(&excess) / 256u;
  let rest = atomicLoad(&excess) % 256u;
  let step = max(256u / max(rest, 1u), 1u);
  let extra = select(0u, 1u, thread % step == 0u && thread / step < rest);
  atomicStore(&counts[thread], min(own, limit) + everyBin + extra);
  workgroupBarrier();
  var below = 0u;
  for (var bin = 0u; bin <= thread; bin++) {
    below += atomicLoad(&counts[bin]);
  }
  scratch[tableStart(face, table) + thread] = 255.0 * f32(below) / f32(area);
}

fn tileValue(tile: vec2i, face: u32, brightness: f32) -> f32 {
  let inside = clamp(tile, vec2i(0), vec2i(TILES - 1));
  return lookUp(tableStart(face, u32(inside.y * TILES + inside.x)), brightness);
}

fn apply(at: vec2i, face: u32) -> vec3f {
  let colour = sourceAt(at, face);
  let own = luma(colour);
  let position = vec2f(at) / vec2f(tileSize()) - 0.5;
  let tile = vec2i(floor(position));
  let part = fract(position);
  let top = mix(tileValue(tile, face, own), tileValue(tile + vec2i(1, 0), face, own), part.x);
  let bottom = mix(tileValue(tile + vec2i(0, 1), face, own), tileValue(tile + vec2i(1, 1), face, own), part.x);
  return colour + params[face].strength * (mix(top, bottom, part.y) - own);
}
