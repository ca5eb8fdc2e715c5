/** How a one-time link reached, or is to reach, its owner, as the portal answers it. */
export interface Delivery {
  way: 'mailed' | 'shown' | 'refused';
  email: string;
  name: string;
  link: string | null;
}
