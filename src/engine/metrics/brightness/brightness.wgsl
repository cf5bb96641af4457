// Luma itself.
fn brightness(n: Neighbourhood) -> f32 {
  return n[4];
}
