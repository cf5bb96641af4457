// Luma itself; the metric is its spread.
fn contrast(n: Neighbourhood) -> f32 {
  return n[4];
}
