/** node answers.mjs MODEL.onnx CROPS.f32 SIDE: every output of the network for float32 crops [N, 3, SIDE, SIDE], as JSON. */
import { readFileSync } from "node:fs";
import { InferenceSession, Tensor } from "onnxruntime-node";

const [model, crops, side] = process.argv.slice(2);
const bytes = readFileSync(crops);
const pixels = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const shape = [pixels.length / (3 * side ** 2), 3, Number(side), Number(side)];
const session = await InferenceSession.create(model);
const answers = await session.run({ pixels: new Tensor("float32", pixels, shape) });
console.log(JSON.stringify(Object.fromEntries(Object.entries(answers).map(([name, { data }]) => [name, [...data]]))));
