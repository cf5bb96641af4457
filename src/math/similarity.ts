import type { Point, Space } from "./geometry.ts";

declare const from: unique symbol;
declare const to: unique symbol;

/**
 * A rotation, uniform scale and translation of the plane: (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty).
 *
 * As complex numbers: z ↦ (a + i·b)·z + (tx + i·ty). It carries points of the space `From` to the space `To`, which the
 * compiler checks as it does for Point; a literal carries any to any.
 */
export interface Similarity<From extends Space = Space, To extends Space = Space> {
  readonly [from]?: From;
  readonly [to]?: To;
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Maps one point. */
export function applySimilarity<From extends Space, To extends Space>(
  { a, b, tx, ty }: Similarity<From, To>,
  { x, y }: Point<NoInfer<From>>,
): Point<To> {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty };
}

/** How much longer lengths become: √(a² + b²). */
export function similarityScale({ a, b }: Pick<Similarity, "a" | "b">): number {
  return Math.hypot(a, b);
}

/** The inverse map. The scale must not be 0. */
export function invertSimilarity<From extends Space, To extends Space>({
  a,
  b,
  tx,
  ty,
}: Similarity<From, To>): Similarity<To, From> {
  const squaredScale = a * a + b * b;
  const inverseA = a / squaredScale;
  const inverseB = -b / squaredScale;
  return { a: inverseA, b: inverseB, tx: -(inverseA * tx - inverseB * ty), ty: -(inverseB * tx + inverseA * ty) };
}

/** `outer` after `inner`. */
export function composeSimilarities<From extends Space, Middle extends Space, To extends Space>(
  outer: Similarity<Middle, To>,
  inner: Similarity<From, NoInfer<Middle>>,
): Similarity<From, To> {
  const translation = applySimilarity(outer, { x: inner.tx, y: inner.ty });
  return {
    a: outer.a * inner.a - outer.b * inner.b,
    b: outer.b * inner.a + outer.a * inner.b,
    tx: translation.x,
    ty: translation.y,
  };
}

/**
 * The similarity that carries `from` to `to` with the least sum of squared distances (Umeyama 1991, in the plane).
 *
 * With centred points as complex numbers p, q: a + i·b = Σ p̄·q / Σ |p|². Returns `undefined` when all points of `from`
 * coincide, so that no scale can be found.
 *
 * @example fitSimilarity([{x:0,y:0},{x:1,y:0}], [{x:0,y:0},{x:0,y:2}]) // {a: 0, b: 2, tx: 0, ty: 0}
 */
export function fitSimilarity<From extends Space, To extends Space>(
  from: readonly Point<From>[],
  to: readonly Point<To>[],
): Similarity<From, To> | undefined {
  const meanFrom = mean(from);
  const meanTo = mean(to);
  let real = 0;
  let imaginary = 0;
  let squaredNorm = 0;
  from.forEach((point, index) => {
    const target = to[index] as Point;
    const [px, py] = [point.x - meanFrom.x, point.y - meanFrom.y];
    const [qx, qy] = [target.x - meanTo.x, target.y - meanTo.y];
    real += px * qx + py * qy;
    imaginary += px * qy - py * qx;
    squaredNorm += px * px + py * py;
  });
  if (squaredNorm === 0 || (real === 0 && imaginary === 0)) return undefined;
  const a = real / squaredNorm;
  const b = imaginary / squaredNorm;
  return { a, b, tx: meanTo.x - (a * meanFrom.x - b * meanFrom.y), ty: meanTo.y - (b * meanFrom.x + a * meanFrom.y) };
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
