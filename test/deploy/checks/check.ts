import { isDeepStrictEqual } from "node:util";
import type { Aws } from "../aws";

/** A resource as Terraform's state has it, and the region its provider is set to. */
export interface Applied {
  readonly address: string;
  readonly type: string;
  readonly region: string;
  // biome-ignore lint/suspicious/noExplicitAny: state values are whatever the provider writes
  readonly values: any;
}

/** What must be true of a resource when AWS is asked; `holds` throws when it is not. */
export interface Check {
  readonly of: (resource: Applied) => boolean;
  readonly holds: (aws: Aws, resource: Applied) => void;
}

export const ofType =
  (type: string) =>
  (resource: Applied): boolean =>
    resource.type === type;

export function same(real: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(real, wanted))
    throw new Error(`${what} is ${JSON.stringify(real)} and should be ${JSON.stringify(wanted)}`);
}

/** What a launch template's latest version says. */
export function templateOf(aws: Aws, { region, values }: Applied) {
  const input = { LaunchTemplateId: values.id, Versions: ["$Latest"] };
  const { LaunchTemplateVersions: versions } = aws.ask(
    region,
    "ec2",
    "describe-launch-template-versions",
    input,
  );
  return versions[0].LaunchTemplateData;
}
