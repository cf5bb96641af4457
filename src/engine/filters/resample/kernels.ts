/** Weight of a sample by its distance in samples, up to four. */
type Kernel = (distance: number) => number;

function bilinear(distance: number): number {
  return Math.max(1 - distance, 0);
}

/** Cubic convolution with a = −0.75 (Keys 1981). */
function bicubic(distance: number): number {
  if (distance <= 1) return (1.25 * distance - 2.25) * distance ** 2 + 1;
  return distance < 2 ? ((-0.75 * distance + 3.75) * distance - 6) * distance + 3 : 0;
}

/** sinc(d)·sinc(d / 4) for d < 4 (Duchon 1979). */
function lanczos(distance: number): number {
  if (distance < 1e-3) return 1;
  const angle = Math.PI * distance;
  return distance < 4 ? (4 * Math.sin(angle) * Math.sin(angle / 4)) / angle ** 2 : 0;
}

/** By the filter's parameter `method`. */
export const KERNELS: readonly [Kernel, ...Kernel[]] = [bilinear, bicubic, lanczos];
