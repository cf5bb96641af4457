// 1 where luma has run into the bottom or the top of its range. Luma of whole channel values comes in steps of 0.001;
// half a step of slack keeps rounding from deciding.
fn clippedShadows(n: Neighbourhood) -> f32 {
  return select(0.0, 1.0, n[4] <= 5.0005);
}

fn clippedHighlights(n: Neighbourhood) -> f32 {
  return select(0.0, 1.0, n[4] >= 249.9995);
}
