import { AmiCopy } from "@cdktf/provider-aws/lib/ami-copy";
import { AmiLaunchPermission } from "@cdktf/provider-aws/lib/ami-launch-permission";
import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbSnapshotCopy } from "@cdktf/provider-aws/lib/db-snapshot-copy";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { DynamodbTableReplicaA } from "@cdktf/provider-aws/lib/dynamodb-table-replica";
import { EbsSnapshotCopy } from "@cdktf/provider-aws/lib/ebs-snapshot-copy";
import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { Ec2TransitGatewayPeeringAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsReplicationConfiguration } from "@cdktf/provider-aws/lib/efs-replication-configuration";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { KmsReplicaKey } from "@cdktf/provider-aws/lib/kms-replica-key";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { RamPrincipalAssociation } from "@cdktf/provider-aws/lib/ram-principal-association";
import { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import { Route } from "@cdktf/provider-aws/lib/route";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { SsmDocument } from "@cdktf/provider-aws/lib/ssm-document";
import { SsmResourceDataSync } from "@cdktf/provider-aws/lib/ssm-resource-data-sync";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection";
import { VpcPeeringConnectionAccepterA } from "@cdktf/provider-aws/lib/vpc-peering-connection-accepter";
import type { TerraformStack } from "cdktf";
import type { Finding, PolicyInput } from "../../lib";
import { cleanUp, run, stackIn, US } from "../evasion/app";

afterEach(cleanUp);

const [OWN, OTHER] = ["111122223333", "999988887777"];

const POLICY: PolicyInput = {
  ...US,
  boundaries: [{ name: "germany", countries: ["DE"], accounts: [OWN], stacks: ["germany"] }],
};

/** Frankfurt, and whether what is made is to lead out of it. */
interface Ground {
  readonly stack: TerraformStack;
  readonly leaks: boolean;
  /** Where the other end is: Virginia or Frankfurt. */
  readonly far: AwsProvider;
  readonly farRegion: string;
  readonly account: string;
}

type Program = (ground: Ground) => unknown;

function bucket({ stack, far }: Ground): S3Bucket {
  return new S3Bucket(stack, "bucket", { bucket: "example-far", provider: far });
}

function openTo(
  { account }: Ground,
  resource: string,
  principal: unknown = { AWS: `arn:aws:iam::${account}:root` },
): string {
  const statement = { Effect: "Allow", Principal: principal, Action: "*", Resource: resource };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

const arnIn = (region: string, service: string, rest: string) =>
  `arn:aws:${service}:${region}:${OWN}:${rest}`;

/** What leads out in one place and stays in the other, by the rule and the attribute that says so. */
const programs: readonly [title: string, finding: string, program: Program][] = [
  [
    "S3 replication to a bucket of the app",
    "residency/replication rule[0].destination.bucket",
    (ground) => {
      const home = new S3Bucket(ground.stack, "home", { bucket: "example-home" });
      new S3BucketReplicationConfigurationA(ground.stack, "it", {
        bucket: home.id,
        role: arnIn("", "iam", "role/replication"),
        rule: [{ status: "Enabled", destination: { bucket: bucket(ground).arn } }],
      });
    },
  ],
  [
    "an S3 bucket policy",
    "residency/sharing policy",
    (ground) => {
      const home = new S3Bucket(ground.stack, "home", { bucket: "example-home" });
      new S3BucketPolicy(ground.stack, "it", { bucket: home.id, policy: openTo(ground, `${home.arn}/*`) });
    },
  ],
  [
    "an S3 bucket policy by data source",
    "residency/sharing policy",
    ({ stack, leaks }) => {
      const home = new S3Bucket(stack, "home", { bucket: "example-home" });
      const me = new DataAwsCallerIdentity(stack, "me");
      const document = new DataAwsIamPolicyDocument(stack, "document", {
        statement: [
          {
            actions: ["s3:GetObject"],
            resources: [`${home.arn}/*`],
            principals: [{ type: "AWS", identifiers: [leaks ? "*" : me.accountId] }],
          },
        ],
      });
      new S3BucketPolicy(stack, "it", { bucket: home.id, policy: document.json });
    },
  ],
  [
    "a key's policy",
    "residency/sharing policy",
    (ground) => new KmsKey(ground.stack, "it", { policy: openTo(ground, "*") }),
  ],
  [
    "a replica of a key",
    "residency/keys primary_key_arn",
    ({ stack, farRegion }) =>
      new KmsReplicaKey(stack, "it", { primaryKeyArn: arnIn(farRegion, "kms", "key/mrk-0123456789abcdef") }),
  ],
  [
    "a database's replica",
    "residency/replication replicate_source_db",
    ({ stack, far }) => {
      const source = new DbInstance(stack, "source", { instanceClass: "db.m7g.large", provider: far });
      new DbInstance(stack, "it", { instanceClass: "db.m7g.large", replicateSourceDb: source.arn });
    },
  ],
  [
    "a copy of a database's snapshot",
    "residency/replication destination_region",
    ({ stack, farRegion }) =>
      new DbSnapshotCopy(stack, "it", {
        sourceDbSnapshotIdentifier: "example",
        targetDbSnapshotIdentifier: "copy",
        destinationRegion: farRegion,
      }),
  ],
  [
    "a database's snapshot for another account",
    "residency/sharing shared_accounts[0]",
    ({ stack, account }) =>
      new DbSnapshotCopy(stack, "it", {
        sourceDbSnapshotIdentifier: "example",
        targetDbSnapshotIdentifier: "copy",
        sharedAccounts: [account],
      }),
  ],
  [
    "a replica of a table",
    "residency/replication replica[0].region_name",
    ({ stack, farRegion }) =>
      new DynamodbTable(stack, "it", {
        name: "example",
        hashKey: "id",
        replica: [{ regionName: farRegion }],
      }),
  ],
  [
    "a table joined to a table elsewhere",
    "residency/replication global_table_arn",
    ({ stack, farRegion }) =>
      new DynamodbTableReplicaA(stack, "it", {
        globalTableArn: arnIn(farRegion, "dynamodb", "table/example"),
      }),
  ],
  [
    "a peered network by region",
    "residency/network peer_region",
    ({ stack, farRegion }) => {
      const vpc = new Vpc(stack, "home", { cidrBlock: "10.0.0.0/16" });
      new VpcPeeringConnection(stack, "it", {
        vpcId: vpc.id,
        peerVpcId: "vpc-0123456789abcdef0",
        peerRegion: farRegion,
      });
    },
  ],
  [
    "a peered network by what accepts it",
    "residency/network vpc_peering_connection_id",
    ({ stack, far }) => {
      const there = new Vpc(stack, "there", { cidrBlock: "10.1.0.0/16", provider: far });
      const asked = new VpcPeeringConnection(stack, "asked", {
        vpcId: there.id,
        peerVpcId: "vpc-0123456789abcdef0",
        peerRegion: "eu-central-1",
        provider: far,
      });
      new VpcPeeringConnectionAccepterA(stack, "it", { vpcPeeringConnectionId: asked.id });
    },
  ],
  [
    "peered transit gateways",
    "residency/network peer_region",
    ({ stack, far, farRegion }) => {
      const [here, there] = [
        new Ec2TransitGateway(stack, "here"),
        new Ec2TransitGateway(stack, "there", { provider: far }),
      ];
      new Ec2TransitGatewayPeeringAttachment(stack, "it", {
        peerRegion: farRegion,
        peerTransitGatewayId: there.id,
        transitGatewayId: here.id,
      });
    },
  ],
  [
    "replication of images",
    "residency/replication replication_configuration.rule[0].destination[0].region",
    ({ stack, farRegion }) =>
      new EcrReplicationConfiguration(stack, "it", {
        replicationConfiguration: { rule: [{ destination: [{ region: farRegion, registryId: OWN }] }] },
      }),
  ],
  [
    "copies of backups",
    "residency/replication rule[0].copy_action[0].destination_vault_arn",
    ({ stack, far }) => {
      const vault = new BackupVault(stack, "vault", { name: "example", provider: far });
      new BackupPlan(stack, "it", {
        name: "example",
        rule: [
          { ruleName: "daily", targetVaultName: "home", copyAction: [{ destinationVaultArn: vault.arn }] },
        ],
      });
    },
  ],
  [
    "a replica of a secret",
    "residency/replication replica[0].region",
    ({ stack, farRegion }) =>
      new SecretsmanagerSecret(stack, "it", { name: "example", replica: [{ region: farRegion }] }),
  ],
  [
    "a snapshot copied in",
    "residency/replication source_region",
    ({ stack, farRegion }) =>
      new EbsSnapshotCopy(stack, "it", {
        sourceRegion: farRegion,
        sourceSnapshotId: "snap-0123456789abcdef0",
      }),
  ],
  [
    "a machine image copied in",
    "residency/replication source_ami_region",
    ({ stack, farRegion }) =>
      new AmiCopy(stack, "it", {
        name: "example",
        sourceAmiId: "ami-0123456789abcdef0",
        sourceAmiRegion: farRegion,
      }),
  ],
  [
    "a machine image for another account",
    "residency/sharing account_id",
    ({ stack, account }) =>
      new AmiLaunchPermission(stack, "it", { imageId: "ami-0123456789abcdef0", accountId: account }),
  ],
  [
    "a function for another account",
    "residency/sharing principal",
    ({ stack, account }) =>
      new LambdaPermission(stack, "it", {
        action: "lambda:InvokeFunction",
        functionName: "example",
        principal: account,
      }),
  ],
  [
    "a topic's policy",
    "residency/sharing policy",
    (ground) => {
      const topic = new SnsTopic(ground.stack, "topic");
      new SnsTopicPolicy(ground.stack, "it", { arn: topic.arn, policy: openTo(ground, topic.arn) });
    },
  ],
  [
    "a queue's policy",
    "residency/sharing policy",
    (ground) => {
      const queue = new SqsQueue(ground.stack, "queue");
      new SqsQueuePolicy(ground.stack, "it", { queueUrl: queue.url, policy: openTo(ground, queue.arn) });
    },
  ],
  [
    "logs sent on",
    "residency/replication destination_arn",
    ({ stack, farRegion }) =>
      new CloudwatchLogSubscriptionFilter(stack, "it", {
        name: "example",
        logGroupName: "example",
        filterPattern: "",
        destinationArn: arnIn(farRegion, "logs", "destination:example"),
      }),
  ],
  [
    "events sent on",
    "residency/replication arn",
    ({ stack, farRegion }) =>
      new CloudwatchEventTarget(stack, "it", {
        rule: "example",
        arn: arnIn(farRegion, "events", "event-bus/example"),
      }),
  ],
  [
    "an inventory of machines",
    "residency/replication s3_destination.region",
    ({ stack, farRegion }) => {
      const target = new S3Bucket(stack, "target", { bucket: "example-inventory" });
      new SsmResourceDataSync(stack, "it", {
        name: "example",
        s3Destination: { bucketName: target.bucket, region: farRegion },
      });
    },
  ],
  [
    "a public document",
    "residency/sharing permissions.account_ids",
    ({ stack, leaks }) =>
      new SsmDocument(stack, "it", {
        name: "example",
        documentType: "Command",
        content: "{}",
        permissions: { type: "Share", account_ids: leaks ? "All" : OWN },
      }),
  ],
  [
    "a file system's replica",
    "residency/replication destination.region",
    ({ stack, farRegion }) => {
      const source = new EfsFileSystem(stack, "source");
      new EfsReplicationConfiguration(stack, "it", {
        sourceFileSystemId: source.id,
        destination: { region: farRegion },
      });
    },
  ],
  [
    "a share",
    "residency/sharing principal",
    ({ stack, account }) => {
      const share = new RamResourceShare(stack, "share", { name: "example" });
      new RamPrincipalAssociation(stack, "it", { principal: account, resourceShareArn: share.arn });
    },
  ],
  [
    "a route into another region",
    "residency/network vpc_peering_connection_id",
    ({ stack, far }) => {
      const there = new Vpc(stack, "there", { cidrBlock: "10.1.0.0/16", provider: far });
      const peering = new VpcPeeringConnection(stack, "peering", {
        vpcId: there.id,
        peerVpcId: "vpc-0123456789abcdef0",
        peerRegion: "eu-central-1",
        provider: far,
      });
      new Route(stack, "it", {
        routeTableId: "rtb-0123456789abcdef0",
        destinationCidrBlock: "10.1.0.0/16",
        vpcPeeringConnectionId: peering.id,
      });
    },
  ],
  [
    "a trail into a bucket",
    "residency/replication s3_bucket_name",
    (ground) => new Cloudtrail(ground.stack, "it", { name: "example", s3BucketName: bucket(ground).bucket }),
  ],
];

function findings(program: Program, leaks: boolean): readonly Finding[] {
  return run((app) => {
    const stack = stackIn(app, "eu-central-1", "germany");
    const farRegion = leaks ? "us-east-1" : "eu-central-1";
    const far = new AwsProvider(stack, "far", { alias: "far", region: farRegion });
    program({ stack, leaks, far, farRegion, account: leaks ? OTHER : OWN });
  }, POLICY).findings.filter(({ rule }) => rule.startsWith("residency/") || rule === "gate/unresolved");
}

describe.each(programs)("%s", (_, finding, program) => {
  it("is found when it leads out", () => {
    const found = findings(program, true)
      .filter(({ address }) => address.endsWith(".it"))
      .map(({ rule, subject }) => `${rule} ${subject.kind === "data" ? subject.attribute : ""}`);
    expect(found).toContain(finding);
  });

  it("is left alone when it stays", () => {
    expect(findings(program, false)).toEqual([]);
  });
});
