import { defineKind } from '@scrip/capability';

/** Opens what its grantor has created, to whoever has its text. */
export const GROUPS = defineKind('groups', { typ: 'scrip.groups+jwt', role: 'bearer' });
