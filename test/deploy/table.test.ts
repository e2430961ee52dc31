import { page } from "./table";

const rows = [
  {
    name: "whole",
    planned: 4,
    applied: 4,
    checks: { interfaces: 0, encryption: 2, tags: 3, routes: 0 },
    left: [],
    misread: ["aws_launch_template"],
  },
  {
    name: "part",
    planned: 5,
    applied: 3,
    checks: { tags: 1, own: 1 },
    left: [
      { address: "aws_placement_group.a", because: "aws_placement_group" },
      { address: "data.aws_thing.b", because: "aws_placement_group" },
      { address: "aws_placement_group.c", because: "aws_placement_group" },
    ],
  },
  { name: "none", planned: null, note: "no oracle/oci in the mirror" },
];

describe("the page of results", () => {
  const text = page(rows, { Terraform: "1.2.3", moto: "4.5.6" });

  it("names the versions", () => expect(text).toContain("\nTerraform 1.2.3 · moto 4.5.6\n"));

  it("has a line an example, with what was asked, and what was not applied and why", () => {
    expect(text).toContain("| whole | 4 | 4 | encryption 2, tags 3 | no changes \\* | yes | – |");
    expect(text).toContain(
      "| part | 5 | 3 | tags 1, own 1 | no changes | yes | 2 × `aws_placement_group`, 1 × `aws_thing` |",
    );
    expect(text).toContain("| none | no | no | – | – | – | everything: no oracle/oci in the mirror |");
    expect(text).toContain("- `aws_placement_group`: no placement groups\n");
    expect(text).toContain("- `aws_eks_cluster`: `access_config`");
    expect(text).toContain("- `aws_launch_template`: the template's own tags");
  });
});
