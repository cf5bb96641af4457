"use client";

import { useAges } from "@agelens/engine/react";
import { useState } from "react";

export function Ages() {
  const [photo, setPhoto] = useState();
  const { status, analysis, error } = useAges(photo);
  return (
    <>
      <label>
        Photo <input type="file" accept="image/*" onChange={({ target }) => setPhoto(target.files[0])} />
      </label>
      <p role="status">{status === "failed" ? error.message : status}</p>
      <ol>
        {analysis?.faces.map(({ box, reading }) => (
          <li key={`${box.x} ${box.y}`}>
            {reading.status === "estimated" ? `${reading.years.toFixed(1)} years` : "no age"}
          </li>
        ))}
      </ol>
    </>
  );
}
