import { join } from "node:path";
import { App, Testing } from "cdktf";
import { loadPolicy } from "landfall";
import { matchers } from "landfall/testing";
import { Transcription } from "./transcription";

expect.extend(matchers);

const policy = loadPolicy(join(__dirname, "landfall.yaml"));

describe("transcription", () => {
  const stack = new Transcription(new App(), "transcription", { region: "eu-central-1" });
  const { resource } = JSON.parse(Testing.synth(stack));
  const all = (type: string): Record<string, unknown>[] => Object.values(resource[type]);

  it("keeps recordings under the boundary's key, in its region", () => {
    expect(all("aws_sqs_queue")).toEqual([
      expect.objectContaining({
        name: "recordings",
        provider: "aws.customers-eu-central-1",
        kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\.customers_key_\w+\.arn\}$/),
      }),
    ]);
  });

  it("grows to four machines", () => {
    expect(all("aws_autoscaling_group")).toEqual([expect.objectContaining({ min_size: 1, max_size: 4 })]);
  });

  it("may stand in Frankfurt, with four L4 on each of four machines", () => {
    expect(stack).toBeAllowedBy(policy);
    expect(stack).toPlace({ accelerator: "nvidia-l4", country: "DE", count: 16 });
  });

  it("may not stand in Virginia", () => {
    const elsewhere = new Transcription(new App(), "transcription", { region: "us-east-1" });
    expect(elsewhere).toBeBlockedBy("org/country", policy);
  });
});
