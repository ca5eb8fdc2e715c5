export const masthead = {
  /** The name of the phone's menu, a `<details>`. */
  menu: 'menu',
} as const;
