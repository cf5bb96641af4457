import "@tensorflow/tfjs-backend-cpu";
import { io, tensor2d, tensor4d } from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { Network } from "./network.ts";

/** A network that gives the red of the left and of the right column of faces of 1 × 2 pixels. */
async function columnsNetwork(): Promise<Network> {
  const dense = layers.dense({ units: 2, useBias: false });
  const model = sequential({ layers: [layers.flatten({ inputShape: [1, 2, 3] }), dense] });
  const [red, other] = [
    [1, 0],
    [0, 0],
  ] as const;
  dense.setWeights([tensor2d([...red, ...other, ...other, 0, 1, ...other, ...other], [6, 2])]);
  let saved: io.ModelArtifacts = {};
  await model.save(
    io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
    }),
  );
  const topology = new TextEncoder().encode(
    JSON.stringify({ modelTopology: saved.modelTopology, weightsManifest: [{ weights: saved.weightSpecs }] }),
  );
  return Network.load({ topology: topology.buffer as ArrayBuffer, weights: saved.weightData as ArrayBuffer });
}

/** Two faces: red is 1 and 3 in the first, 10 and 30 in the second. */
const faces = tensor4d([1, 0, 0, 3, 0, 0, 10, 0, 0, 30, 0, 0], [2, 1, 2, 3]);

it("sees each face as it is", async () => {
  const [columns] = await (await columnsNetwork()).predictFloats(faces);
  expect([...(columns as Float32Array)]).toEqual([1, 3, 10, 30]);
});

it("gives the mean of each face's and its mirror image's outputs", async () => {
  const [columns] = await (await columnsNetwork()).predictFloats(faces, { mirrored: true });
  expect([...(columns as Float32Array)]).toEqual([2, 2, 20, 20]);
});
