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

# Addresses, for the screening list, and owners with their shares in percent (left out: not known). Owners may have
# owners of their own. listed says that somebody found one on the Entity List, the MEU list or the SDN list.
#  addresses: ["12 Jalan Contoh, 50450 Kuala Lumpur"]
#  owners:
#    - { name: Example Fund Ltd., share: 30, listed: false }

# Tenants and customers, each like the organization: name, headquarters and, if there is one, ultimateParent.
# endUsers: [] states that the compute is for internal use only; left out, that is assumed and, for controlled
# accelerators abroad, reported (us-ear/red-flags).
#endUsers:
#  - { name: Example Labs K.K., headquarters: JP }

# cloud: rented from a provider. owned: bought or leased hardware. It softens no rule.
access: cloud

# What somebody found out about the deployment. A fact raises a published red flag only where it says so
# (us-ear/red-flags, a warning); hardware that comes out of or through Malaysia asks for its notice (my-sta/transfer).
#facts:
#  endUserVerified: true
#  headquartersConfirmed: true
#  businessCaseShown: true
#  siteCapacityShown: true
#  firstAcceleratorOrder: 2021-03-01
#  deliveryAddress: business
#  intermediary: none
#  modelTraining: false
#  transitsThrough: [SG]

# The Consolidated Screening List (data.trade.gov, JSON or CSV) that all parties are compared with: take a new one
# daily. From the threshold on, of 100, a match blocks; a lower one is stricter.
#screening:
#  list: consolidated.json
#  threshold: 85

# Where the organization itself lets accelerators stand, on top of the law. Without allow, every country that
# the law leaves open.
#countries:
#  allow: [MY, SG, JP, DE]
#  deny: []

# The most accelerators (chips, not machines) or processing performance (accelerators times TPP of each) that the
# organization itself lets stand, over everything judged together; countries and accelerators limit what counts.
#caps:
#  - { name: board-limit, countries: [MY], maxAccelerators: 1024, maxTpp: 20000000 }

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

# Data that may go from one boundary into another: through these resource types (names or globs) and no others,
# under a document that permits it. from is the boundary of the stack whose resource makes the connection.
# A flow that lets nothing pass is reported.
#flows:
#  - from: eu-personal-data
#    to: REPLACE with the name of another boundary
#    purpose: REPLACE with what the data is needed for
#    resources: [aws_s3_bucket_replication_configuration]
#    authorization: REPLACE with the number of the document

# Licences, exceptions, approvals and legal determinations that somebody holds and records here. Nothing is
# granted by the tool, and none is in force until you write it. Expired, unused and exceeded ones are reported.
# - kind: license, license-exception, validated-end-user, approved-recipient (needs recipients) or
# legal-determination (for us-ear/headquarters-a and -b under access: cloud only, and for us-ear/entity-list and
# us-ear/affiliates, which need entries: the ids of the list entries it is about)
# - satisfies: rule ids of us-ear/*, my-sta/*, org/country or residency/*
# - accelerators, countries, recipients, maxAccelerators, maxTpp: its scope; what is left out is not limited
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

# Modules with rules of the organization's own: paths relative to this file, as ./rules/cap.js, or names of
# installed packages. Reading this policy runs their code. Their rules take levels, waivers and authorizations too.
#plugins: []

# Countries of things the code only refers to, by the name it uses: an Outpost ARN, a subnet id, a bucket, an
# account, a host.
#known:
#  arn:aws:outposts:ap-southeast-1:111122223333:outpost/op-0example: MY
`;
