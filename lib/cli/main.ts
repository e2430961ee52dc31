#!/usr/bin/env node
import { run } from "./program";

// A reader that stops early (`landfall check | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
