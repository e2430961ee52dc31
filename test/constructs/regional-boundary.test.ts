import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { FsxLustreFileSystem } from "@cdktf/provider-aws/lib/fsx-lustre-file-system";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformResource, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { RegionalBoundary } from "../../lib/constructs";
import { keyAttributes } from "../../lib/constructs/boundary/encrypted";
import { account, malaysia, newStack, statements, synthesized } from "./synthesized";

describe("the provider of a boundary", () => {
  it("is aliased, bound to the account, and carries the boundary in its default tags", () => {
    const stack = newStack();
    malaysia(stack, { accounts: [account, "210987654321"], countries: ["SG", "MY"], tags: { team: "ml" } });
    expect(synthesized(stack).body["provider"].aws).toEqual([
      {
        alias: "malaysia-ap-southeast-5",
        region: "ap-southeast-5",
        allowed_account_ids: [account],
        default_tags: [
          {
            tags: {
              team: "ml",
              "landfall:boundary": "malaysia",
              "landfall:boundary-countries": "MY SG",
              "landfall:boundary-accounts": `${account} 210987654321`,
            },
          },
        ],
      },
    ]);
  });

  it("is of the account that is named, where the first is not meant", () => {
    const stack = newStack();
    malaysia(stack, { accounts: [account, "210987654321"], account: "210987654321" });
    expect(synthesized(stack).body["provider"].aws[0].allowed_account_ids).toEqual(["210987654321"]);
  });

  it("is taken by raw resources and data sources inside, at any depth, and by none outside", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    new AwsProvider(stack, "default", { region: "eu-central-1" });
    new CloudwatchLogGroup(new Construct(boundary, "deeper"), "inside", { name: "inside" });
    new DataAwsVpc(boundary, "vpc", {});
    new CloudwatchLogGroup(stack, "outside", { name: "outside" });
    const { all, body } = synthesized(stack);
    expect(all("aws_cloudwatch_log_group").map(({ name, provider }) => [name, provider])).toEqual([
      ["inside", "aws.malaysia-ap-southeast-5"],
      ["outside", undefined],
    ]);
    expect(Object.values(body["data"].aws_vpc)).toEqual([
      expect.objectContaining({ provider: "aws.malaysia-ap-southeast-5" }),
    ]);
  });

  it("is taken by generic resources of the provider, and not by those of another", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    new TerraformResource(boundary, "queue", { terraformResourceType: "aws_sqs_queue" });
    new TerraformResource(boundary, "pet", { terraformResourceType: "random_pet" });
    const { one } = synthesized(stack);
    expect(one("aws_sqs_queue")["provider"]).toBe("aws.malaysia-ap-southeast-5");
    expect(one("random_pet")["provider"]).toBeUndefined();
  });

  it("yields to one that a resource names itself", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    const provider = new AwsProvider(stack, "other", { alias: "other", region: "eu-central-1" });
    new CloudwatchLogGroup(boundary, "log", { name: "log", provider });
    const log = synthesized(stack).one("aws_cloudwatch_log_group");
    expect(log["provider"]).toBe("aws.other");
    expect(log["kms_key_id"]).toBeUndefined();
  });

  it("goes with each of two boundaries of one stack", () => {
    const stack = newStack();
    const eu = { accounts: [account], countries: ["DE", "IE"], name: "eu" };
    new CloudwatchLogGroup(new RegionalBoundary(stack, "de", { ...eu, region: "eu-central-1" }), "a", {
      name: "a",
    });
    new CloudwatchLogGroup(new RegionalBoundary(stack, "ie", { ...eu, region: "eu-west-1" }), "b", {
      name: "b",
    });
    const providers = synthesized(stack)
      .all("aws_cloudwatch_log_group")
      .map(({ provider }) => provider);
    expect(providers).toEqual(["aws.eu-eu-central-1", "aws.eu-eu-west-1"]);
  });
});

describe("the key of a boundary", () => {
  it("stays in the region and rotates", () => {
    const stack = newStack();
    malaysia(stack);
    expect(synthesized(stack).one("aws_kms_key")).toMatchObject({
      multi_region: false,
      enable_key_rotation: true,
      provider: "aws.malaysia-ap-southeast-5",
    });
  });

  it("is for the boundary's accounts, under the organization, and for services on their behalf", () => {
    const stack = newStack();
    malaysia(stack, { accounts: [account, "210987654321"], organizationId: "o-a1b2c3d4e5" });
    const policy = statements(synthesized(stack).one("aws_kms_key")["policy"]);
    expect(policy["Owner"]).toMatchObject({ Principal: { AWS: `arn:aws:iam::${account}:root` } });
    expect(policy["Accounts"]).toMatchObject({
      Principal: { AWS: "arn:aws:iam::210987654321:root" },
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    });
    expect(policy["Accounts"]?.["Action"]).not.toContain("kms:*");
    expect(policy["Logs"]).toMatchObject({
      Principal: { Service: "logs.ap-southeast-5.amazonaws.com" },
      Condition: {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:ap-southeast-5:${account}:*` },
      },
    });
  });

  it("is given to no principal at large without naming accounts", () => {
    const stack = newStack();
    malaysia(stack, { accounts: [account, "210987654321"] });
    const policy = statements(synthesized(stack).one("aws_kms_key")["policy"]);
    const open = Object.values(policy).filter(({ Principal }) => Principal.AWS === "*");
    expect(open).not.toHaveLength(0);
    for (const { Condition } of open) {
      expect(Condition.StringEquals["kms:CallerAccount"]).toEqual([account, "210987654321"]);
      expect(JSON.stringify(Condition.ArnLike["aws:PrincipalArn"])).toContain("role/aws-service-role/");
    }
  });

  it("encrypts raw resources that name none, and switches encryption on", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    new EbsVolume(boundary, "volume", { availabilityZone: boundary.zone("a"), size: 1 });
    const { one, body } = synthesized(stack);
    const arn = `\${aws_kms_key.${Object.keys(body["resource"].aws_kms_key)[0]}.arn}`;
    expect(one("aws_ebs_volume")).toMatchObject({ kms_key_id: arn, encrypted: true });
  });

  it("yields to a key that a resource names", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    const key = new KmsKey(boundary, "own", {});
    new CloudwatchLogGroup(boundary, "log", { name: "log", kmsKeyId: key.arn });
    expect(synthesized(stack).one("aws_cloudwatch_log_group")["kms_key_id"]).toMatch(/_own_/);
  });

  it("goes only to the kinds of file system that take one", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    for (const deploymentType of ["SCRATCH_2", "PERSISTENT_2"]) {
      new FsxLustreFileSystem(boundary, deploymentType, { deploymentType, subnetIds: ["subnet-1"] });
    }
    const keyed = synthesized(stack)
      .all("aws_fsx_lustre_file_system")
      .filter(({ kms_key_id }) => kms_key_id);
    expect(keyed.map(({ deployment_type }) => deployment_type)).toEqual(["PERSISTENT_2"]);
  });

  it.each([...keyAttributes])("knows the attributes of %s in the bindings", (type, { key, enable, only }) => {
    const folder = type.replace("aws_", "").replaceAll("_", "-");
    const module = require(`@cdktf/provider-aws/lib/${folder}`) as Record<string, { prototype: object }>;
    const found = Object.values(module).filter((one) => Reflect.get(one, "tfResourceType") === type);
    expect(found).toHaveLength(1);
    for (const attribute of [key, enable, only?.attribute].filter((one) => one !== undefined)) {
      const accessor = Object.getOwnPropertyDescriptor(found[0]?.prototype, attribute);
      expect([attribute, typeof accessor?.set]).toEqual([attribute, "function"]);
      expect(`${attribute}Input` in (found[0]?.prototype ?? {})).toBe(true);
    }
  });
});

describe("the account's defaults", () => {
  it("are set once", () => {
    const stack = newStack();
    malaysia(stack);
    const { one } = synthesized(stack);
    expect(one("aws_ebs_encryption_by_default")["enabled"]).toBe(true);
    expect(one("aws_ebs_default_kms_key")["key_arn"]).toMatch(/^\$\{aws_kms_key\..*\.arn\}$/);
    expect(one("aws_ebs_snapshot_block_public_access")["state"]).toBe("block-all-sharing");
    expect(one("aws_ec2_image_block_public_access")["state"]).toBe("block-new-sharing");
    expect(one("aws_ec2_instance_metadata_defaults")["http_tokens"]).toBe("required");
  });

  it("are left alone when told so", () => {
    const stack = newStack();
    malaysia(stack, { accountDefaults: false });
    expect(Object.keys(synthesized(stack).body["resource"])).toEqual(["aws_kms_key"]);
  });

  it("are refused to a second boundary of the same account and region, in another stack too", () => {
    const app = new App();
    malaysia(newStack("one", app));
    expect(() => malaysia(newStack("two", app))).toThrow(
      'RegionalBoundary "two/malaysia": sets the defaults of account 123456789012 in ap-southeast-5, as "one/malaysia" does; an account has them once a region, so give all but one boundary accountDefaults: false.',
    );
    malaysia(newStack("three", app), { accountDefaults: false });
  });
});

describe("RegionalBoundary.of", () => {
  it("finds the nearest boundary", () => {
    const boundary = malaysia();
    expect(RegionalBoundary.of(boundary)).toBe(boundary);
    expect(RegionalBoundary.of(new Construct(new Construct(boundary, "a"), "b"))).toBe(boundary);
  });

  it("says what to do where there is none", () => {
    expect(() => RegionalBoundary.of(newStack("bare"))).toThrow(
      'TerraformStack "bare": stands in no RegionalBoundary; create one and pass it, or a child of it, as scope.',
    );
  });
});

describe("a boundary is refused", () => {
  const token = () => new TerraformVariable(newStack(), "variable", {}).stringValue;

  it.each([
    [
      "an unknown region",
      { region: "ap-southeast-55" },
      /region "ap-southeast-55" is not known; did you mean "ap-southeast-5"\?/,
    ],
    [
      "a region that only Terraform knows",
      { region: token() },
      /region is known only to Terraform; write it out/,
    ],
    [
      "a partition with other names",
      { region: "cn-north-1" },
      /is in partition aws-cn; constructs know aws and aws-us-gov only/,
    ],
    ["no accounts", { accounts: [] }, /accounts is empty; name at least one account/],
    [
      "a malformed account",
      { accounts: ["1234"] },
      /account "1234" is not an AWS account id; write its 12 digits/,
    ],
    [
      "an account to deploy into that is a stranger",
      { account: "210987654321" },
      /account "210987654321" is not among accounts \(123456789012\)/,
    ],
    [
      "countries without the region's own",
      { countries: ["SG"] },
      /region ap-southeast-5 stands in Malaysia \(MY\), which countries \(SG\) leaves out; add "MY"/,
    ],
    ["no countries", { countries: [] }, /which countries \(none\) leaves out/],
    ["a country that is none", { countries: ["MY", "XX"] }, /country "XX" is not an ISO 3166-1 alpha-2 code/],
    [
      "a malformed name",
      { name: "Malaysia_1" },
      /name "Malaysia_1" is not lower-case words joined by dashes/,
    ],
    [
      "a malformed organization",
      { organizationId: "acme" },
      /organizationId "acme" is not the id of an AWS organization/,
    ],
    [
      "a reserved tag",
      { tags: { "landfall:boundary": "x" } },
      /tag "landfall:boundary" has a reserved prefix/,
    ],
    [
      "too many accounts for a tag",
      { accounts: Array.from({ length: 20 }, (_, at) => String(100000000000 + at)) },
      /tag "landfall:boundary-accounts" would take 259 characters and AWS allows 256/,
    ],
  ] as const)("for %s", (_, props, message) => {
    expect(
      () =>
        new RegionalBoundary(newStack(), "b", { region: "ap-southeast-5", accounts: [account], ...props }),
    ).toThrow(message);
  });

  it("inside another", () => {
    expect(() => malaysia(malaysia(), { name: "inner" })).toThrow(
      /stands inside boundary "malaysia"; boundaries do not nest/,
    );
  });

  it("when it says of itself what another of its name does not", () => {
    const app = new App();
    malaysia(newStack("one", app));
    expect(() => malaysia(newStack("two", app), { accountDefaults: false, countries: ["MY", "SG"] })).toThrow(
      'boundary "malaysia" has countries "MY" and "SG" here and "MY" at "one/malaysia"; make them equal or give one another name.',
    );
  });
});

describe("zones", () => {
  it.each([
    ["a", "ap-southeast-5a"],
    ["ap-southeast-5c", "ap-southeast-5c"],
  ])("%s is %s", (given, name) => expect(malaysia().zone(given)).toBe(name));

  it.each(["us-east-1a", "ap-southeast-5", "apse5-az1", "A", "", "ap-southeast-5-kul-1a"])(
    '"%s" is refused with what exists',
    (given) => {
      expect(() => malaysia().zone(given)).toThrow(
        `zone "${given}" is not one of ap-southeast-5, which has zones such as "a", "b", "c" (which letters exist differs by account).`,
      );
    },
  );

  it("of a Local Zone abroad is refused unless the boundary admits the country", () => {
    const singapore = { region: "ap-southeast-1", accounts: [account] };
    expect(() => new RegionalBoundary(newStack(), "sg", singapore).zone("ap-southeast-1-han-1a")).toThrow(
      /zone "ap-southeast-1-han-1a" stands in Vietnam, the boundary is SG/,
    );
    const wider = new RegionalBoundary(newStack(), "sg", { ...singapore, countries: ["SG", "VN"] });
    expect(wider.zone("ap-southeast-1-han-1a")).toBe("ap-southeast-1-han-1a");
  });
});
