import type { Random } from "../../degrade/random.ts";

/** Width and height of every drawing in its own units. */
export const DRAWING_SIZE = { width: 640, height: 480 } as const;

/** What is drawn, as the inside of an SVG of DRAWING_SIZE. */
export type Drawing = (random: Random) => string;

/** Drawings without a face of a person, by name; many have what a detector may take for one: two dots above a line. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = {
  smiley,
  house,
  flower,
  socket,
  car,
  diagram,
  chart,
  board,
  target,
  clock,
  leaves,
  circuit,
};

function smiley(random: Random): string {
  const [x, y, radius] = [within(220, 420, random), within(200, 280, random), within(90, 190, random)];
  const eye = radius * within(0.08, 0.2, random);
  const apart = radius * within(0.25, 0.45, random);
  const up = radius * within(0.15, 0.35, random);
  const bend = radius * within(-0.2, 0.5, random);
  const mouth = `M${x - apart} ${y + up} Q${x} ${y + up + bend} ${x + apart} ${y + up}`;
  return [
    ground(random),
    circle(x, y, radius, `fill="${colour(random, 60)}" stroke="black" stroke-width="${within(0, 8, random)}"`),
    circle(x - apart, y - up, eye, 'fill="black"'),
    circle(x + apart, y - up, eye, 'fill="black"'),
    `<path d="${mouth}" fill="none" stroke="black" stroke-width="${within(3, 12, random)}"/>`,
  ].join("");
}

function house(random: Random): string {
  const [left, width] = [within(120, 220, random), within(200, 320, random)];
  const pane = width * within(0.15, 0.28, random);
  const glass = `fill="${colour(random, 30)}" stroke="white" stroke-width="6"`;
  const top = within(170, 220, random);
  return [
    ground(random),
    `<polygon points="${left - 30},${top} ${left + width / 2},${top - 120} ${left + width + 30},${top}" fill="${colour(random)}"/>`,
    rect(left, top, width, 260, `fill="${colour(random, 60)}"`),
    rect(left + 0.12 * width, top + 30, pane, pane, glass),
    rect(left + 0.88 * width - pane, top + 30, pane, pane, glass),
    rect(left + 0.42 * width, top + 130, 0.16 * width, 130, `fill="${colour(random, 25)}"`),
  ].join("");
}

function flower(random: Random): string {
  const [x, y, size] = [within(220, 420, random), within(200, 280, random), within(60, 160, random)];
  const count = Math.round(within(5, 14, random));
  const fill = `fill="${colour(random)}" stroke="${colour(random, 30)}" stroke-width="2"`;
  const petals = times(count, (index) => {
    const turn = (360 * index) / count;
    return `<ellipse cx="${x}" cy="${y - size}" rx="${size / 2.5}" ry="${size / 1.3}" transform="rotate(${turn} ${x} ${y})" ${fill}/>`;
  });
  const dots = scatter(40, x, y, size / 2, random).map(([a, b]) => circle(a, b, 4, `fill="${colour(random, 25)}"`));
  return [ground(random, 35), ...petals, circle(x, y, size / 1.8, `fill="${colour(random, 55)}"`), ...dots].join("");
}

function socket(random: Random): string {
  const [x, y, side] = [within(220, 420, random), within(200, 280, random), within(140, 320, random)];
  const hole = side * within(0.04, 0.08, random);
  const apart = side * within(0.12, 0.2, random);
  const slit = rect(x - hole / 2, y + apart / 2, hole, 1.6 * hole, 'fill="#222"');
  return [
    ground(random, 70),
    rect(x - side / 2, y - side / 2, side, side, `rx="${side / 10}" fill="#f4f2ec" stroke="#bbb" stroke-width="3"`),
    circle(x, y, side * 0.36, 'fill="#e4e2dc" stroke="#aaa" stroke-width="3"'),
    circle(x - apart, y - apart / 3, hole, 'fill="#222"'),
    circle(x + apart, y - apart / 3, hole, 'fill="#222"'),
    slit,
  ].join("");
}

function car(random: Random): string {
  const [x, y, width] = [320, within(220, 280, random), within(260, 440, random)];
  const height = width * within(0.35, 0.5, random);
  const lamp = height * within(0.1, 0.2, random);
  const lamps = [-1, 1].map((side) =>
    circle(x + side * 0.36 * width, y, lamp, 'fill="#ffe" stroke="#444" stroke-width="5"'),
  );
  const bars = times(6, (index) =>
    rect(x - 0.2 * width, y - lamp + 0.4 * lamp * index, 0.4 * width, 0.2 * lamp, 'fill="#222"'),
  );
  return [
    ground(random, 60),
    rect(x - width / 2.6, y - 1.1 * height, width / 1.3, height, `rx="30" fill="${colour(random, 30)}"`),
    rect(x - width / 2, y - height / 2, width, height, `rx="24" fill="${colour(random)}"`),
    ...lamps,
    ...bars,
    rect(x - 0.3 * width, y + 0.3 * height, 0.6 * width, 0.12 * height, 'fill="#333"'),
  ].join("");
}

function diagram(random: Random): string {
  const boxes = times(
    Math.round(within(4, 9, random)),
    () => [within(20, 500, random), within(20, 400, random)] as const,
  );
  const lines = boxes.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = boxes[index] as readonly [number, number];
    return `<path d="M${fromX + 60} ${fromY + 25} L${x + 60} ${y + 25}" stroke="#333" stroke-width="3"/>`;
  });
  const shapes = boxes.map(([x, y]) =>
    random() < 0.5
      ? rect(x, y, 120, 50, `rx="8" fill="${colour(random, 80)}" stroke="#333" stroke-width="3"`)
      : `<ellipse cx="${x + 60}" cy="${y + 25}" rx="60" ry="28" fill="${colour(random, 80)}" stroke="#333" stroke-width="3"/>`,
  );
  const words = boxes.map(([x, y]) => rect(x + 20, y + 20, 80, 8, 'fill="#333"'));
  return [rect(0, 0, 640, 480, 'fill="white"'), ...lines, ...shapes, ...words].join("");
}

function chart(random: Random): string {
  const count = Math.round(within(4, 16, random));
  const step = 540 / count;
  const bars = times(count, (index) => {
    const height = within(20, 380, random);
    return rect(60 + step * index, 430 - height, 0.7 * step, height, `fill="${colour(random)}"`);
  });
  const pie = circle(500, 110, 70, `fill="${colour(random)}"`);
  const slice = `<path d="M500 110 L570 110 A70 70 0 0 1 ${500 + 70 * Math.cos(2)} ${110 + 70 * Math.sin(2)} Z" fill="${colour(random)}"/>`;
  const axes = '<path d="M50 30 V430 H610" fill="none" stroke="black" stroke-width="3"/>';
  return [rect(0, 0, 640, 480, 'fill="white"'), ...bars, pie, slice, axes].join("");
}

function board(random: Random): string {
  const cells = Math.round(within(4, 10, random));
  const side = 460 / cells;
  const [dark, light] = [colour(random, 35), colour(random, 80)];
  const fields = times(cells * cells, (index) => {
    const [column, row] = [index % cells, Math.floor(index / cells)];
    return rect(90 + side * column, 10 + side * row, side, side, `fill="${(column + row) % 2 === 0 ? light : dark}"`);
  });
  const pieces = times(cells, () => {
    const [column, row] = [Math.floor(cells * random()), Math.floor(cells * random())];
    const fill = random() < 0.5 ? "#111" : "#eee";
    return circle(90 + side * (column + 0.5), 10 + side * (row + 0.5), 0.38 * side, `fill="${fill}" stroke="#666"`);
  });
  return [ground(random, 45), ...fields, ...pieces].join("");
}

function target(random: Random): string {
  const [x, y] = [within(220, 420, random), within(200, 280, random)];
  const count = Math.round(within(3, 9, random));
  const rings = times(count, (index) => circle(x, y, 200 * (1 - index / count), `fill="${colour(random)}"`));
  return [ground(random), ...rings].join("");
}

function clock(random: Random): string {
  const radius = within(100, 200, random);
  const ticks = times(12, (index) =>
    rect(316, 240 - 0.92 * radius, 8, 0.14 * radius, `fill="#222" transform="rotate(${30 * index} 320 240)"`),
  );
  const hands = [0.5, 0.8].map((length) =>
    rect(
      315,
      240 - length * radius,
      10,
      length * radius,
      `fill="#222" transform="rotate(${within(0, 360, random)} 320 240)"`,
    ),
  );
  const dial = circle(
    320,
    240,
    radius,
    `fill="${colour(random, 85)}" stroke="${colour(random, 30)}" stroke-width="14"`,
  );
  return [ground(random, 60), dial, ...ticks, ...hands].join("");
}

function leaves(random: Random): string {
  const shapes = times(160, () => {
    const [x, y] = [640 * random(), 480 * random()];
    const size = within(15, 50, random);
    const hue = within(60, 150, random);
    const fill = `hsl(${hue} ${within(30, 70, random)}% ${within(12, 55, random)}%)`;
    return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size / 2.6}" transform="rotate(${360 * random()} ${x} ${y})" fill="${fill}"/>`;
  });
  return [rect(0, 0, 640, 480, 'fill="#1c2a14"'), ...shapes].join("");
}

function circuit(random: Random): string {
  const tracks = times(30, () => {
    const [x, y] = [640 * random(), 480 * random()];
    return `<path d="M${x} ${y} h${within(-200, 200, random)} v${within(-200, 200, random)}" fill="none" stroke="#9c6" stroke-width="4"/>`;
  });
  const parts = times(14, () =>
    rect(600 * random(), 440 * random(), within(20, 110, random), within(16, 60, random), 'fill="#151515"'),
  );
  const pads = times(40, () =>
    circle(640 * random(), 480 * random(), within(4, 10, random), 'fill="#dcb" stroke="#753" stroke-width="3"'),
  );
  return [rect(0, 0, 640, 480, `fill="${colour(random, 25)}"`), ...tracks, ...parts, ...pads].join("");
}

function ground(random: Random, lightness = within(20, 90, random)): string {
  return rect(0, 0, DRAWING_SIZE.width, DRAWING_SIZE.height, `fill="${colour(random, lightness)}"`);
}

function circle(x: number, y: number, radius: number, style: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" ${style}/>`;
}

function rect(x: number, y: number, width: number, height: number, style: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${style}/>`;
}

function colour(random: Random, lightness = within(25, 75, random)): string {
  return `hsl(${360 * random()} ${within(15, 90, random)}% ${lightness}%)`;
}

function scatter(count: number, x: number, y: number, reach: number, random: Random): [number, number][] {
  return times(count, () => [x + within(-reach, reach, random), y + within(-reach, reach, random)]);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function within(low: number, high: number, random: Random): number {
  return low + (high - low) * random();
}
