export interface Zone {
  name: string;
  files: string[];
  except?: string[];
  never: string[];
}
export const ZONES: readonly Zone[];
export const importZones: import('eslint').Linter.Config[];
