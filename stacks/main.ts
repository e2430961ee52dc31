import { App } from "cdktf";
import { guard, loadPolicy, toPretty } from "landfall";
import { EuropeanBackbone } from "./backbone-europe";
import { InferenceFrankfurt } from "./inference-frankfurt";
import { RentedSingapore } from "./rented-singapore";
import { TrainingMalaysia } from "./training-malaysia";

const app = new App();
new TrainingMalaysia(app, "training-malaysia");
const europe = new EuropeanBackbone(app, "backbone-europe");
new InferenceFrankfurt(app, "inference-frankfurt", europe);
new RentedSingapore(app, "rented-singapore");
guard(app, loadPolicy("stacks/landfall.yaml"), { report: (result) => console.log(toPretty(result)) });
app.synth();
