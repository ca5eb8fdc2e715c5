export const LIMITS: { functionLines: number; depth: number; fileLines: number };
export const FOLDER_FILES: number;
export const LARGE_FOLDERS: readonly string[];
