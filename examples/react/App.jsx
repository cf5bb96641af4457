import { useAges } from "@agelens/engine/react";
import { useState } from "react";

export function App() {
  const [photo, setPhoto] = useState();
  const { status, analysis, error, retry } = useAges(photo);
  return (
    <>
      <h1>How old do faces look?</h1>
      <label>
        Photo <input type="file" accept="image/*" onChange={({ target }) => setPhoto(target.files[0])} />
      </label>
      <p role="status">{status === "reading" ? "Reading …" : error?.message}</p>
      {error && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
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
