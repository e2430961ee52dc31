import type { Construct } from "constructs";
import { fail, literal } from "../check";

/** The rules of S3 for a general purpose bucket's name, without dots, which TLS certificates do not cover. */
export function checkBucketName(scope: Construct, name: string): string {
  const given = literal(scope, "bucketName", name);
  if (/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(given) && !/^xn--|-s3alias$/.test(given)) return given;
  return fail(
    scope,
    `bucketName "${given}" is none that S3 takes; use 3 to 63 lower-case letters, digits and dashes.`,
  );
}

export function checkDays(scope: Construct, prop: string, days: number | undefined, least: number): void {
  if (days === undefined || (Number.isInteger(days) && days >= least)) return;
  fail(scope, `${prop} is ${days}; give whole days, ${least} or more.`);
}
