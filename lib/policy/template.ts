/**
 * The `landfall.yaml` that `landfall init` writes: valid as it is, granting nothing.
 *
 * A line whose `#` is not followed by exactly one space is an optional part, valid once the `#` is taken away.
 * The dates in those are past, so that one put to use unread is reported instead of granting something.
 */
export const POLICY_TEMPLATE = `# yaml-language-server: $schema=node_modules/landfall/dist/policy.schema.json
#
# Landfall's policy: who receives the accelerators, and what applies beyond the law. The law is built in.
# Unknown keys, unknown rule ids and impossible dates are errors. Countries are ISO 3166-1 alpha-2 codes,
# dates are YYYY-MM-DD. Optional parts are lines like
# #asOf: remove the #, and what they hold applies.

# The version of this file format.
version: 1

# The day the rules are read for. Left out, it is the day of the run; --as-of goes before it.
#asOf: 2026-11-23

# Who receives and operates the compute. REPLACE: rules follow the headquarters of the organization and of the
# company at the top of its ownership chain, wherever the machines stand.
organization:
  name: Example Compute Sdn. Bhd.
  headquarters: MY
# Needed when another company is at the top; left out, the organization is its own ultimate parent.
#  ultimateParent: { name: Example Holdings Inc., headquarters: US }

# Tenants and customers, each like the organization: name, headquarters and, if there is one, ultimateParent.
# endUsers: [] states that the compute is for internal use only; left out, that is assumed and printed as such.
#endUsers:
#  - { name: Example Labs K.K., headquarters: JP }

# cloud: rented from a provider. owned: bought or leased hardware. It softens no rule.
access: cloud

# Where the organization itself lets accelerators stand, on top of the law. Without allow, every country that
# the law leaves open.
#countries:
#  allow: [MY, SG, JP, DE]
#  deny: []

# Levels of single rules: block, warn, note. Raising one needs nothing more. Lowering one below its default
# needs reason (20 characters or more), approvedBy and until, the last day of the lower level; after that day the
# default applies again and the setting is reported. "landfall rules" lists the ids.
#rules:
#  us-ear/worldwide-a: { level: block }
#  us-ear/red-flags:
#    level: note
#    reason: REPLACE with why this is acceptable
#    approvedBy: REPLACE with a name
#    until: 2026-01-31

# Data residency: the countries, and accounts, within which a set of stacks keeps its data. stacks takes names
# and globs; left out, every stack is bound. accounts, in quotes, limits where the data may live and with whom it
# may be shared; left out, accounts are not limited.
#boundaries:
#  - name: eu-personal-data
#    countries: [DE, FR, IE]
#    stacks: ["eu-*"]
#    accounts: ["111122223333"]

# Licences, exceptions, approvals and legal determinations that somebody holds and records here. Nothing is
# granted by the tool, and none is in force until you write it. Expired, unused and exceeded ones are reported.
# - kind: license, license-exception, validated-end-user, approved-recipient (needs recipients) or
# legal-determination (for us-ear/headquarters-a and -b under access: cloud only)
# - satisfies: rule ids of us-ear/*, my-sta/*, org/country or residency/*
# - accelerators, countries, recipients, maxAccelerators: its scope; what is left out is not limited
#authorizations:
#  - reference: REPLACE with the number of the document
#    kind: license
#    satisfies: [us-ear/uae]
#    accelerators: [nvidia-h200-sxm]
#    countries: [AE]
#    recipients: ["Example Compute Sdn. Bhd."]
#    maxAccelerators: 1
#    validFrom: 2026-01-01
#    validUntil: 2026-01-31

# Single findings set aside, never whole rules: the rule, the stack (name or glob; left out, any), the Terraform
# address or a module path that covers what is inside, why (20 characters or more), who approves and the last
# day. Expired and unused ones are reported. policy/* cannot be waived.
#waivers:
#  - rule: gate/opaque
#    stack: example
#    address: module.example
#    reason: REPLACE with why this is acceptable
#    approvedBy: REPLACE with a name
#    expires: 2026-01-31

# Countries of things the code only refers to, by the name it uses: an Outpost ARN, a subnet id, a bucket.
#known:
#  arn:aws:outposts:ap-southeast-1:111122223333:outpost/op-0example: MY
`;
