import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { App } from "cdktf";
import {
  DatasetBucket,
  GpuNetwork,
  RegionalBoundary,
  ScratchFileSystem,
  type ScratchFileSystemProps,
} from "../../lib/constructs";
import { account, malaysia, newStack, synthesized } from "./synthesized";

const size = { capacityGiB: 9600, throughputPerTiB: 500 };

function make(props: Partial<ScratchFileSystemProps> = {}, linked = false) {
  const stack = newStack();
  const boundary = malaysia(stack);
  const network = new GpuNetwork(boundary, "network", {
    zones: ["a", "b"],
    gpuZone: "b",
    cidr: "10.40.0.0/16",
  });
  const client = new SecurityGroup(boundary, "client", { vpcId: network.vpc.id });
  const dataset = linked ? { dataset: new DatasetBucket(boundary, "dataset") } : {};
  new ScratchFileSystem(boundary, "scratch", { network, ...size, ...dataset, ...props });
  return { ...synthesized(stack), network, client };
}

describe("a file system", () => {
  const { one, body } = make();
  const made = one("aws_fsx_lustre_file_system");

  it("speaks EFA, is under the boundary's key, compresses and is not destroyed", () => {
    expect(made).toMatchObject({
      deployment_type: "PERSISTENT_2",
      storage_type: "SSD",
      storage_capacity: 9600,
      per_unit_storage_throughput: 500,
      efa_enabled: true,
      metadata_configuration: { mode: "AUTOMATIC" },
      kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.malaysia_key_/),
      data_compression_type: "LZ4",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("stands in the GPU subnet alone, in the EFA group", () => {
    const gpu = Object.entries<Record<string, string>>(body["resource"].aws_subnet).find(([name]) =>
      name.includes("_gpu_"),
    );
    expect(gpu?.[1]["availability_zone"]).toBe("ap-southeast-5b");
    expect(made["subnet_ids"]).toEqual([`\${aws_subnet.${gpu?.[0]}.id}`]);
    expect(made["security_group_ids"]).toEqual([expect.stringMatching(/_efa_.*\.id\}$/)]);
  });

  it("logs in the region, under the key, where FSx takes it", () => {
    const log = Object.values<Record<string, string>>(body["resource"].aws_cloudwatch_log_group).find(
      ({ name }) => name?.startsWith("/aws/fsx/"),
    );
    expect(log).toMatchObject({ kms_key_id: made["kms_key_id"], provider: "aws.malaysia-ap-southeast-5" });
    expect(made["log_configuration"]).toEqual({
      level: "WARN_ERROR",
      destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\./),
    });
  });

  it("keeps backups only when asked", () => {
    expect(made["automatic_backup_retention_days"]).toBe(0);
    expect(make({ backupDays: 7 }).one("aws_fsx_lustre_file_system")["automatic_backup_retention_days"]).toBe(
      7,
    );
  });

  it("maps root to nobody but on the hosts that are named", () => {
    expect(made["root_squash_configuration"]).toBeUndefined();
    expect(
      make({ rootHosts: ["10.40.0.5@tcp"] }).one("aws_fsx_lustre_file_system")["root_squash_configuration"],
    ).toEqual({
      root_squash: "65534:65534",
      no_squash_nids: ["10.40.0.5@tcp"],
    });
  });

  it("takes metadata operations and a size without EFA", () => {
    expect(make({ metadataIops: 24000 }).one("aws_fsx_lustre_file_system")["metadata_configuration"]).toEqual(
      { mode: "USER_PROVISIONED", iops: 24000 },
    );
    expect(make({ efa: false, capacityGiB: 1200 }).one("aws_fsx_lustre_file_system")).toMatchObject({
      efa_enabled: false,
      storage_capacity: 1200,
    });
  });

  it("grows by itself with Intelligent-Tiering", () => {
    const network = {
      capacityGiB: undefined,
      throughputPerTiB: undefined,
    } as unknown as Partial<ScratchFileSystemProps>;
    const tiering = make({ ...network, storageType: "INTELLIGENT_TIERING", throughput: 8000 }).one(
      "aws_fsx_lustre_file_system",
    );
    expect(tiering).toMatchObject({
      storage_type: "INTELLIGENT_TIERING",
      throughput_capacity: 8000,
      data_read_cache_configuration: { sizing_mode: "PROPORTIONAL_TO_THROUGHPUT_CAPACITY" },
      metadata_configuration: { mode: "USER_PROVISIONED", iops: 6000 },
    });
    expect(tiering["storage_capacity"]).toBeUndefined();
  });

  it("opens the ports of Lustre to other groups, both ways", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    const network = new GpuNetwork(boundary, "network", {
      zones: ["a"],
      cidr: "10.40.0.0/16",
      interfaceEndpoints: [],
    });
    const client = new SecurityGroup(boundary, "client", { vpcId: network.vpc.id });
    new ScratchFileSystem(boundary, "scratch", { network, ...size, clients: [client] });
    const { all, one: only } = synthesized(stack);
    const groups = only("aws_fsx_lustre_file_system")["security_group_ids"];
    expect(groups).toHaveLength(2);
    for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]) {
      const rules = all(type).filter(
        ({ ip_protocol, from_port }) => ip_protocol === "tcp" && from_port !== 443,
      );
      expect(rules.map(({ from_port, to_port }) => [from_port, to_port]).sort()).toEqual(
        [
          [1018, 1023],
          [1018, 1023],
          [988, 988],
          [988, 988],
        ].sort(),
      );
      for (const { security_group_id, referenced_security_group_id } of rules) {
        expect(security_group_id).not.toBe(referenced_security_group_id);
        expect([security_group_id, referenced_security_group_id]).toContain(groups[1]);
      }
    }
  });
});

describe("a linked file system", () => {
  const { one, all } = make({}, true);

  it("shows the bucket's objects as files, and files as objects", () => {
    const events = ["NEW", "CHANGED", "DELETED"];
    expect(one("aws_fsx_data_repository_association")).toMatchObject({
      file_system_path: "/data",
      data_repository_path: expect.stringMatching(/^s3:\/\/\$\{aws_s3_bucket\./),
      s3: { auto_import_policy: { events }, auto_export_policy: { events } },
    });
  });

  it("is backed up by nothing", () => {
    expect(one("aws_fsx_lustre_file_system")).toMatchObject({
      automatic_backup_retention_days: 0,
      skip_final_backup: true,
    });
    expect(all("aws_backup_selection")).toEqual([]);
  });

  it("may link a bucket of the same boundary in another stack", () => {
    const app = new App();
    const dataset = new DatasetBucket(malaysia(newStack("data", app)), "dataset");
    const stack = newStack("compute", app);
    const boundary = malaysia(stack, { accountDefaults: false });
    const network = new GpuNetwork(boundary, "network", { zones: ["a"], cidr: "10.40.0.0/16" });
    new ScratchFileSystem(boundary, "scratch", { network, dataset, ...size });
    expect(synthesized(stack).one("aws_fsx_data_repository_association")["data_repository_path"]).toContain(
      "remote_state",
    );
  });
});

describe("a file system is refused", () => {
  it.each<[string, Partial<ScratchFileSystemProps>, RegExp]>([
    [
      "a throughput that is not offered",
      { throughputPerTiB: 200 },
      /throughputPerTiB is 200; FSx offers 125, 250, 500, 1000 MB\/s/,
    ],
    [
      "a size between steps",
      { capacityGiB: 4800 },
      /capacityGiB is 4800; with EFA and 500 MB\/s a TiB FSx offers multiples of 9600/,
    ],
    ["no size at all", { capacityGiB: 0 }, /capacityGiB is 0/],
    [
      "a size between steps without EFA",
      { efa: false, capacityGiB: 3600 },
      /without EFA FSx offers 1200 or multiples of 2400/,
    ],
    [
      "the throughput of the other kind",
      { throughput: 4000 },
      /throughput is 4000, which only Intelligent-Tiering takes/,
    ],
    [
      "metadata operations that are not offered",
      { metadataIops: 5000 },
      /metadataIops is 5000; FSx offers 1500, 3000, 6000, 12000/,
    ],
    [
      "a size of what has none",
      { storageType: "INTELLIGENT_TIERING", throughput: 4000 },
      /which has no size/,
    ],
    ["backups for ever", { backupDays: 100 }, /backupDays is 100; give 0 to 90 whole days/],
    ["a path that is not absolute", { datasetPath: "data" }, /datasetPath "data" is no absolute path/],
  ])("for %s", (_, props, message) => expect(() => make(props)).toThrow(message));

  it("for backups of what is linked", () => {
    expect(() => make({ backupDays: 1 }, true)).toThrow(
      /FSx does not back up what is linked to S3; leave it out/,
    );
  });

  it("for Intelligent-Tiering that is linked", () => {
    const stack = newStack();
    const boundary = malaysia(stack);
    const network = new GpuNetwork(boundary, "network", { zones: ["a"], cidr: "10.40.0.0/16" });
    const dataset = new DatasetBucket(boundary, "dataset");
    expect(
      () =>
        new ScratchFileSystem(boundary, "s", {
          network,
          dataset,
          storageType: "INTELLIGENT_TIERING",
          throughput: 4000,
        }),
    ).toThrow(/FSx links no bucket to Intelligent-Tiering; use SSD or leave it out/);
  });

  it("for a bucket or a network of another boundary", () => {
    const app = new App();
    const eu = new RegionalBoundary(newStack("eu", app), "eu", {
      region: "eu-central-1",
      accounts: [account],
    });
    const boundary = malaysia(newStack("my", app));
    const network = new GpuNetwork(boundary, "network", { zones: ["a"], cidr: "10.40.0.0/16" });
    const dataset = new DatasetBucket(eu, "dataset");
    expect(() => new ScratchFileSystem(boundary, "a", { network, dataset, ...size })).toThrow(
      /dataset "eu\/eu\/dataset" stands in another boundary or region/,
    );
    expect(() => new ScratchFileSystem(eu, "b", { network, ...size })).toThrow(
      /network "my\/malaysia\/network" stands in another boundary or region/,
    );
  });
});
