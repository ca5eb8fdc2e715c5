export default async function Page() {
  return <p>front</p>;
}
