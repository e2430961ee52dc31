import { join } from "node:path";
import { App } from "cdktf";
import { guard, loadPolicy } from "landfall";
import { Transcription } from "./transcription";

const app = new App();
new Transcription(app, "transcription", { region: process.env["REGION"] ?? "eu-central-1" });
guard(app, loadPolicy(join(__dirname, "landfall.yaml")));
app.synth();
