import { execFileSync } from "node:child_process";
import { canInstallPackages, installPackages } from "./debian.ts";

/** Installs a C++ compiler where that is possible; the tests of the C++ example are skipped by name where it is not. */
export function tryCompiler(): void {
  if (!hasCompiler() && canInstallPackages()) installPackages("g++");
  console.log(`C++ compiler: ${hasCompiler() ? "found" : "none, tests of the C++ example will be skipped"}`);
}

function hasCompiler(): boolean {
  return ["c++", "g++", "clang++"].some((name) => {
    try {
      execFileSync(name, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}
