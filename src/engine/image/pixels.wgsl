// What every shader over crops shares; the CPU's counterpart is rgb-image.ts.

// Brightness of a colour as the eye weighs it (ITU-R BT.601).
fn luma(colour: vec3f) -> f32 {
  return dot(colour, vec3f(0.299, 0.587, 0.114));
}

// The index that stands for one outside of 0…size−1: mirrored at the edge pixels, which are not repeated.
fn reflect101(index: i32, size: i32) -> i32 {
  let period = max(2 * (size - 1), 1);
  let phase = abs(index) % period;
  return min(min(phase, period - phase), size - 1);
}
