/** How a one-time link was delivered, or must be passed on, as the server returns it. */
export interface Delivery {
  way: 'mailed' | 'shown' | 'refused';
  email: string;
  name: string;
  link: string | null;
}
