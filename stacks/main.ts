import { App } from "cdktf";
import { guard, loadPolicy, toPretty } from "landfall";
import { InferenceFrankfurt } from "./inference-frankfurt";
import { RentedSingapore } from "./rented-singapore";
import { TrainingJakarta } from "./training-jakarta";

const app = new App();
new TrainingJakarta(app, "training-jakarta");
new InferenceFrankfurt(app, "inference-frankfurt");
new RentedSingapore(app, "rented-singapore");
guard(app, loadPolicy("stacks/landfall.yaml"), { report: (result) => console.log(toPretty(result)) });
app.synth();
