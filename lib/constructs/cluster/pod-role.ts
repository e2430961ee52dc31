import type { Construct } from "constructs";
import type { Statement } from "../policy-document";
import { ServiceRole } from "../service-role";

export interface PodRoleProps {
  readonly name: string;
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly managed?: readonly string[];
  readonly policyArns?: readonly string[];
  readonly statements?: readonly Statement[];
}

/** A role that EKS gives to the pods of one service account of one cluster, and to nobody else. */
export function podRole(scope: Construct, id: string, props: PodRoleProps): ServiceRole {
  const { clusterName, namespace, serviceAccount, ...role } = props;
  return new ServiceRole(scope, id, {
    ...role,
    trust: [
      {
        Sid: "PodIdentity",
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/eks-cluster-name": clusterName,
            "aws:RequestTag/kubernetes-namespace": namespace,
            "aws:RequestTag/kubernetes-service-account": serviceAccount,
          },
        },
      },
    ],
  });
}
