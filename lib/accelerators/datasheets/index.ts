import type { Datasheet } from "../datasheet";
import { amd } from "./amd";
import { aws } from "./aws";
import { google } from "./google";
import { huawei } from "./huawei";
import { intel } from "./intel";
import { nvidiaAda } from "./nvidia-ada";
import { nvidiaAmpere } from "./nvidia-ampere";
import { nvidiaBlackwell } from "./nvidia-blackwell";
import { nvidiaHopper } from "./nvidia-hopper";
import { nvidiaKeplerToTuring } from "./nvidia-kepler-to-turing";
import { qualcomm } from "./qualcomm";
import { xilinx } from "./xilinx";

/** Every accelerator of the catalogue. */
export const datasheets: readonly Datasheet[] = [
  ...nvidiaKeplerToTuring,
  ...nvidiaAmpere,
  ...nvidiaAda,
  ...nvidiaHopper,
  ...nvidiaBlackwell,
  ...amd,
  ...intel,
  ...aws,
  ...google,
  ...xilinx,
  ...qualcomm,
  ...huawei,
];
