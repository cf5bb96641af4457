// What every filter's shader shares. Crops are RGB floats, 0…255, [face, y, x, channel].

override WIDTH: i32;
override HEIGHT: i32;

fn pixelIndex(at: vec2i) -> u32 {
  return u32(reflect101(at.y, HEIGHT) * WIDTH + reflect101(at.x, WIDTH));
}

// The colour of a pixel of the picture; positions outside are reflected.
fn sourceAt(at: vec2i, face: u32) -> vec3f {
  let start = 3u * (face * u32(WIDTH * HEIGHT) + pixelIndex(at));
  return vec3f(source[start], source[start + 1u], source[start + 2u]);
}
