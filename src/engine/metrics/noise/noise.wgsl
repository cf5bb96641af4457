// Size of the difference of two Laplacians, kernel [1 −2 1; −2 4 −2; 1 −2 1]: blind to edges, not to noise.
fn noise(n: Neighbourhood) -> f32 {
  return abs(n[0] + n[2] + n[6] + n[8] - 2.0 * (n[1] + n[3] + n[5] + n[7]) + 4.0 * n[4]);
}
