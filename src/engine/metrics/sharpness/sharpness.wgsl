// Laplacian of luma, kernel [0 1 0; 1 −4 1; 0 1 0].
fn sharpness(n: Neighbourhood) -> f32 {
  return n[1] + n[3] + n[5] + n[7] - 4.0 * n[4];
}
