// Median of each channel over 3×3 (radius 1) or 5×5 (radius 2) pixels. One thread per pixel; borders are reflected.
//
// Sorts the lower half of the window by exchanges, all three channels at once and without branches on values.

fn apply(at: vec2i, face: u32) -> vec3f {
  let radius = i32(params[face].radius);
  let count = (2 * radius + 1) * (2 * radius + 1);
  var window: array<vec3f, 25>;
  var filled = 0;
  for (var y = -radius; y <= radius; y++) {
    for (var x = -radius; x <= radius; x++) {
      window[filled] = sourceAt(at + vec2i(x, y), face);
      filled++;
    }
  }
  for (var rank = 0; rank <= count / 2; rank++) {
    var lowest = window[rank];
    for (var other = rank + 1; other < count; other++) {
      let candidate = window[other];
      window[other] = max(lowest, candidate);
      lowest = min(lowest, candidate);
    }
    window[rank] = lowest;
  }
  return window[count / 2];
}
