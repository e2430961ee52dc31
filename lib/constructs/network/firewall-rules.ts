import { NetworkfirewallFirewallPolicy } from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy";
import { NetworkfirewallRuleGroup } from "@cdktf/provider-aws/lib/networkfirewall-rule-group";
import { Construct } from "constructs";
import { nameFor } from "../name";
import { RegionalBoundary } from "../regional-boundary";

export interface FirewallRulesProps {
  readonly allowedDomains: readonly string[];
}

/** Cannot change without replacing the group, so it is what `allowedDomains` may grow to. */
const CAPACITY = 1000;

// A list of domains judges connections that are set up; what is not TCP, or not to the port of HTTPS, never gets there.
const onlyHttps = [
  "drop udp any any -> any any (sid:1;)",
  "drop icmp any any -> any any (sid:2;)",
  "drop tcp any any -> any ![443] (sid:3;)",
].join("\n");

/** A firewall policy that passes TLS to the names of a list and drops all else. */
export class FirewallRules extends Construct {
  readonly policy: NetworkfirewallFirewallPolicy;

  constructor(scope: Construct, id: string, { allowedDomains }: FirewallRulesProps) {
    super(scope, id);
    const boundary = RegionalBoundary.of(this);
    const encryptionConfiguration = { type: "CUSTOMER_KMS", keyId: boundary.key.arn };
    const shared = { type: "STATEFUL", capacity: CAPACITY, encryptionConfiguration };
    const strict = { statefulRuleOptions: { ruleOrder: "STRICT_ORDER" } };
    const https = new NetworkfirewallRuleGroup(this, "https", {
      ...shared,
      name: nameFor(this, "https"),
      description: "Nothing but TCP to port 443",
      ruleGroup: { ...strict, rulesSource: { rulesString: onlyHttps } },
    });
    const domains = new NetworkfirewallRuleGroup(this, "domains", {
      ...shared,
      name: nameFor(this, "domains"),
      description: "TLS to the allowed domains",
      ruleGroup: {
        ...strict,
        rulesSource: {
          rulesSourceList: {
            generatedRulesType: "ALLOWLIST",
            targetTypes: ["TLS_SNI"],
            targets: [...new Set(allowedDomains)].sort(),
          },
        },
      },
    });
    this.policy = new NetworkfirewallFirewallPolicy(this, "policy", {
      name: nameFor(this, "policy"),
      encryptionConfiguration,
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
        statefulRuleGroupReference: [
          { priority: 100, resourceArn: https.arn },
          { priority: 200, resourceArn: domains.arn },
        ],
      },
    });
  }
}
