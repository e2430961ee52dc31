import { awsCompute } from "./aws-compute";
import { awsMl } from "./aws-ml";
import { awsServices } from "./aws-services";
import type { ResourceShape } from "./shape";

/**
 * The `aws` provider. A test holds this against the installed bindings: whatever looks like a machine type
 * is here or in the list of attributes that cannot name an accelerator.
 */
export const awsShapes: Readonly<Record<string, ResourceShape>> = { ...awsCompute, ...awsMl, ...awsServices };
