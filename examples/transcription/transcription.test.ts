import { App, Testing } from "cdktf";
import { Transcription } from "./transcription";

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
});
